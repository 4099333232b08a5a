#pragma once

#include "core/base/Error.h"

#include <string>

struct sqlite3;

namespace atelier {

/// The Error for a failed call on a connection; `code` is SQLite's extended result code.
/// Codes: storage.full, storage.busy, storage.corrupt, storage.io, storage.read-only, storage.constraint,
/// storage.sql.
[[nodiscard]] Error sqlError(sqlite3 *connection, int code, const std::string &sql = {});

/// True for an Error that came from the disk below SQLite: the connection is not to be trusted after it.
[[nodiscard]] bool isDiskError(const Error &error);

} // namespace atelier
