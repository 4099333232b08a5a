#pragma once

#include <cstdint>
#include <string>
#include <variant>

namespace atelier {

/// Bytes that are not text.
struct Blob
{
    std::string bytes;

    bool operator==(const Blob &) const = default;
};

/// What can be bound to a parameter; for SQL whose parameters are collected while it is put together.
using Value = std::variant<std::nullptr_t, std::int64_t, double, std::string, Blob>;

} // namespace atelier
