#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <string>

namespace atelier::tables {

enum class Format { Parquet, Delimited, JsonLines };

/// The word for a format in answers: `parquet`, `csv`, `jsonl`.
[[nodiscard]] const char *name(Format format);

/// Says what the open file on standard input is, by its name's suffix where that tells and by its content
/// else; an error where it is no whole table.
[[nodiscard]] Result<Format> recognise(const std::string &fileName, std::uint64_t size);

/// Whether the file on standard input begins as UTF-16 does.
[[nodiscard]] bool isUtf16();

/// Whether it begins with '#', as notes above a table do.
[[nodiscard]] bool beginsWithNote();

/// The sign that stands most often in its first line of those that part columns.
[[nodiscard]] char likelyDelimiter();

} // namespace atelier::tables
