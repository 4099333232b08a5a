#pragma once

#include "core/storage/Value.h"

#include <string>
#include <vector>

namespace atelier {

/// A piece of an SQL statement with what its question marks stand for, in their order. What a user wrote gets
/// into a statement as values alone.
struct SqlText
{
    std::string text;
    std::vector<Value> values = {};

    void append(const SqlText &other)
    {
        text += other.text;
        values.insert(values.end(), other.values.begin(), other.values.end());
    }
};

} // namespace atelier
