#pragma once

#include "core/base/Json.h"
#include "core/base/Named.h"
#include "core/domain/Port.h"

#include <string>

namespace atelier {

/// The code folder of a component or job.
struct Code
{
    std::string
        path; ///< absolute local folder or file as its author wrote it; only the client opens it; "" for none
    std::string snapshot; ///< digest of the uploaded snapshot; "" until it is uploaded
};

/// A command component: a command with declared inputs and outputs.
struct CommandComponent
{
    std::string name; ///< "" for an inline component
    std::string version;
    std::string displayName;
    std::string description;
    Named<std::string> tags;
    bool isDeterministic = true;
    std::string command;
    Code code;
    Json environment; ///< text (a reference) or an object, as written: recorded, and part of the cache key
    int instanceCount = 1;
    Named<InputPort> inputs;
    Named<OutputPort> outputs;
};

} // namespace atelier
