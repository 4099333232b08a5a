#pragma once

#include "core/base/Error.h"
#include "core/base/Json.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace atelier {

/// Reads the fields of one message of an MLflow request as protobuf's JSON writes them: integers and numbers
/// may be text, NaN and infinities are. The first field that is wrong is kept as the error, in MLflow's own
/// words; after it every answer is empty.
class MlflowFields
{
public:
    /// `path` names the message in errors: "" for the request itself, `metrics[0]` within it. The object must
    /// outlive this.
    explicit MlflowFields(const Json &object, std::string path = {});

    /// An empty text counts as missing.
    [[nodiscard]] std::string requiredText(const char *key);
    [[nodiscard]] std::string text(const char *key); ///< "" where absent
    [[nodiscard]] std::optional<std::string> optionalText(const char *key);
    [[nodiscard]] std::int64_t requiredInteger(const char *key);
    [[nodiscard]] std::optional<std::int64_t> integer(const char *key);
    [[nodiscard]] double requiredNumber(const char *key);
    /// A list of texts; a single text is a list of one, as in a query.
    [[nodiscard]] std::vector<std::string> texts(const char *key);
    /// A list of messages, each an object.
    [[nodiscard]] const Json::array_t &messages(const char *key);
    /// `run_id`, or `run_uuid` as old clients call it.
    [[nodiscard]] std::string runId();

    void fail(Error error);
    [[nodiscard]] bool isGood() const { return !m_error; }
    [[nodiscard]] const Error &error() const { return *m_error; } ///< only where it is not good

private:
    [[nodiscard]] const Json *find(const char *key) const; ///< null where absent or null
    void missing(const char *key);
    void invalid(const char *key, const Json &value);
    [[nodiscard]] std::string pathOf(const char *key) const;

    const Json &m_object;
    std::string m_path;
    std::optional<Error> m_error;
};

/// A query as the message it stands for: a key that repeats is a list.
[[nodiscard]] Json messageOf(const std::vector<std::pair<std::string, std::string>> &query);

/// `Invalid value <value> for parameter '<path>' supplied: <why>`.
[[nodiscard]] std::string invalidValue(const std::string &path, const Json &value, const std::string &why);

} // namespace atelier
