#pragma once

#include "core/base/Json.h"

#include <string>
#include <vector>

namespace atelier::ui {

/// A value that a job's document gives to a command as it is.
struct LiteralInput
{
    std::string path; ///< in the document: `inputs.rate`, `jobs.fit.inputs.depth`
    std::string step; ///< "" for the job's own
    std::string name;
    std::string value; ///< as text
    bool isText = false; ///< and no number or boolean

    bool operator==(const LiteralInput &) const = default;
};

/// The job's own first, then those of its steps.
[[nodiscard]] std::vector<LiteralInput> literalInputsOf(const Json &document);

/// The path of the literal that reaches this place of the document: that of the job's own input where a
/// step's is bound to it, else the place itself.
[[nodiscard]] std::string literalBehind(const Json &document, const std::string &path);

/// The setting that gives the input that text: text stays text, whatever it looks like.
[[nodiscard]] std::string settingOf(const LiteralInput &input, const std::string &text);

} // namespace atelier::ui
