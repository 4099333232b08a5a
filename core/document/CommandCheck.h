#pragma once

#include "core/base/Named.h"
#include "core/document/Problems.h"
#include "core/domain/Component.h"
#include "core/domain/Job.h"

#include <string>

namespace atelier {

/// Every placeholder names a declared input or output; fragments hold only optional inputs, and only they may
/// lack a value.
void checkComponentCommand(const CommandComponent &component, const std::string &path, Problems &problems);

/// An optional input that a step leaves out is used only in fragments.
void checkStepCommand(const PipelineStep &step, const std::string &path, Problems &problems);

/// Every placeholder outside of fragments names an input or output that the job (or inline step) gives.
void checkOwnCommand(const std::string &command, const Named<InputValue> &inputs,
    const Named<OutputValue> &outputs, const std::string &path, Problems &problems);

} // namespace atelier
