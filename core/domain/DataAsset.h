#pragma once

#include "core/base/Named.h"
#include "core/domain/Port.h"

#include <cstdint>
#include <string>

namespace atelier {

/// A named, versioned reference to data.
struct DataAsset
{
    std::string name;
    std::string version; ///< "" until the service chooses the next number
    PortType type = PortType::UriFolder; ///< uri_file, uri_folder or mltable
    std::string path; ///< absolute local path
    std::string description;
    Named<std::string> tags;
    std::int64_t createdMs = 0; ///< Unix time
};

} // namespace atelier
