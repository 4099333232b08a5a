#pragma once

#include "core/base/Json.h"
#include "core/base/Result.h"
#include "core/domain/Role.h"
#include "core/http/Server.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>

namespace atelier {

/// Which roles may call a route. It has no default: a route without a rule does not compile.
class Rule
{
public:
    /// Every caller, running jobs too.
    [[nodiscard]] static constexpr Rule everyone() { return Rule(true, true, true); }
    /// People who may change the workspace, and a running job within its own run (the route checks which).
    [[nodiscard]] static constexpr Rule contributorsAndOwnRun() { return Rule(true, false, true); }
    /// People who may change the workspace.
    [[nodiscard]] static constexpr Rule contributors() { return Rule(false, false, true); }
    /// People who may read the workspace, but no running job.
    [[nodiscard]] static constexpr Rule readers() { return Rule(false, true, true); }

    [[nodiscard]] constexpr bool allows(Role role) const
    {
        switch (role) {
        case Role::Run:
            return m_run;
        case Role::Reader:
            return m_reader;
        case Role::Contributor:
            return m_contributor;
        case Role::Owner:
            return true;
        }
        return false;
    }

private:
    constexpr Rule(bool run, bool reader, bool contributor)
        : m_run(run)
        , m_reader(reader)
        , m_contributor(contributor)
    {
    }

    bool m_run;
    bool m_reader;
    bool m_contributor;
};

/// A request that passed the gate.
struct Call
{
    http::Request request;
    std::map<std::string, std::string> path; ///< the route's `{name}` parts
    Caller caller;
    std::shared_ptr<http::BodySink> sink; ///< where the body went, for a route that streams it

    /// The body as a JSON object; an empty body is `{}`. An error where it is no JSON object.
    [[nodiscard]] Result<Json> body() const;
};

/// Which form errors take on the wire.
enum class ErrorForm {
    Native, ///< {"errors": [{code, message, …}]}
    Mlflow, ///< {"error_code", "message"}
};

struct Route
{
    /// Runs on a pool thread and may block.
    using Answer = std::function<Result<http::Response>(Call &)>;
    /// Runs on the server's thread and must not block; answers from any thread.
    using AsyncAnswer = std::function<void(Call, http::Respond)>;
    /// Opens the place where a streamed body goes; runs on the server's thread.
    using Sink = std::function<Result<std::shared_ptr<http::BodySink>>(const Call &)>;

    http::Method method;
    std::string pattern; ///< `/api/v1/jobs/{name}`; a last part `{path...}` takes the rest
    Rule rule;
    std::string summary; ///< one sentence, for the OpenAPI document
    Answer answer; ///< exactly one of answer and asyncAnswer is set
    AsyncAnswer asyncAnswer = {};
    ErrorForm errors = ErrorForm::Native;
    std::uint64_t bodyLimit = 1U << 20U;
    Sink sink = {};
    Json bodySchema = {}; ///< JSON Schema of the body, for the OpenAPI document; null where it says nothing
    Json answerContent = {}; ///< of the 200, by media type, for the OpenAPI document; null: not said
    bool keepsAnswer = true; ///< under the caller's Idempotency-Key; false where nothing is done or kept
};

/// A 200 with a JSON body.
[[nodiscard]] http::Response jsonResponse(const Json &json, int status = 200);

/// The answer that says `errors` in the form that the route's clients expect.
[[nodiscard]] http::Response errorResponse(const std::vector<Error> &errors, ErrorForm form);
[[nodiscard]] http::Response errorResponse(const Error &error, ErrorForm form);

} // namespace atelier
