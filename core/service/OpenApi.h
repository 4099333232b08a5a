#pragma once

#include "core/base/Json.h"
#include "core/service/RouteTable.h"

namespace atelier {

/// The OpenAPI 3.1 document of all routes, with the schemas of the documents that they take.
[[nodiscard]] Json openApiDocument(const RouteTable &routes);

} // namespace atelier
