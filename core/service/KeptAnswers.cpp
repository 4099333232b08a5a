#include "core/service/KeptAnswers.h"

#include "core/base/Sha256.h"
#include "core/storage/Database.h"
#include "core/system/Clock.h"

#include <algorithm>

namespace atelier {

namespace {

constexpr const char *keyHeader = "idempotency-key";
constexpr std::size_t longestKey = 255;
constexpr std::int64_t keptMs = std::int64_t{24} * 60 * 60 * 1000;

Error notAKey()
{
    return {ErrorKind::Invalid, "idempotency.key",
        "An Idempotency-Key has 1 to 255 printable ASCII characters.", {}, {}};
}

Error dropped()
{
    return {ErrorKind::Internal, "internal", "The service failed without saying why.", {}, {}};
}

http::Response otherRequest(ErrorForm errors)
{
    http::Response response = errorResponse(
        {ErrorKind::Invalid, "idempotency.other-request",
            "This Idempotency-Key was used for another request: a new request needs a new key.", {}, {}},
        errors);
    response.status = 422;
    return response;
}

bool isKey(std::string_view text)
{
    const auto isPrintable = [](char c) { return c > ' ' && c <= '~'; };
    return text.size() <= longestKey && std::all_of(text.begin(), text.end(), isPrintable);
}

/// What may pass by itself is worth another try, and what is no text cannot be kept.
bool isWorthKeeping(const http::Response &response)
{
    return response.status < 500 && response.status != 429 && !response.file && !response.onStream
        && response.headers.empty() && response.contentType == http::Response().contentType;
}

http::Response responseOf(const KeptAnswer &kept)
{
    http::Response response;
    response.status = kept.status;
    response.body = kept.body;
    return response;
}

} // namespace

class KeptAnswers::Turn
{
public:
    Turn(KeptAnswers &answers, std::string key, ErrorForm errors)
        : m_answers(answers)
        , m_key(std::move(key))
        , m_response(errorResponse(dropped(), errors))
    {
    }
    ~Turn() { m_answers.end(m_key, m_response); }
    Turn(const Turn &) = delete;
    Turn &operator=(const Turn &) = delete;

    void finish(http::Response response) { m_response = std::move(response); }

private:
    KeptAnswers &m_answers;
    const std::string m_key;
    http::Response m_response; ///< sent at the end of the turn
};

bool KeptAnswers::concerns(const Call &call, const Route &route)
{
    const http::Method method = call.request.method;
    const bool isAction
        = method == http::Method::Post || method == http::Method::Put || method == http::Method::Patch;
    return route.keepsAnswer && !route.sink && isAction && !call.request.header(keyHeader).empty();
}

KeptAnswers::Request KeptAnswers::requestOf(const Call &call)
{
    const Caller &caller = call.caller;
    const std::string who = caller.user + "\n" + caller.job + "\n";
    return {sha256Hex(who + std::string(call.request.header(keyHeader))),
        sha256Hex(std::string(http::name(call.request.method)) + " " + call.request.target + "\n"
            + call.request.body)};
}

void KeptAnswers::answer(Call &call, ErrorForm errors, http::Respond respond, const Act &act)
{
    if (!isKey(call.request.header(keyHeader)))
        return respond(errorResponse(notAKey(), errors));
    const Request request = requestOf(call);
    if (!begin(request, errors, respond))
        return;
    auto turn = std::make_shared<Turn>(*this, request.key, errors);
    const auto kept = find(request.key);
    if (!kept)
        return turn->finish(errorResponse(kept.error(), errors));
    if (*kept)
        return turn->finish(
            (*kept)->requestDigest == request.digest ? responseOf(**kept) : otherRequest(errors));
    act(call, [this, request, turn = std::move(turn)](http::Response response) {
        keep(request, std::move(response), turn);
    });
}

bool KeptAnswers::begin(const Request &request, ErrorForm errors, const http::Respond &respond)
{
    {
        const std::lock_guard lock(m_mutex);
        std::vector<Repetition> &open = m_open[request.key];
        const bool isSame = open.empty() || open.front().digest == request.digest;
        if (isSame)
            open.push_back({request.digest, errors, respond});
        if (isSame)
            return open.size() == 1;
    }
    respond(otherRequest(errors));
    return false;
}

void KeptAnswers::end(const std::string &key, const http::Response &response)
{
    std::vector<Repetition> waiting;
    {
        const std::lock_guard lock(m_mutex);
        waiting = std::move(m_open.extract(key).mapped());
    }
    for (const Repetition &repetition : waiting)
        repetition.respond(response);
}

Result<std::optional<KeptAnswer>> KeptAnswers::find(const std::string &key)
{
    auto kept
        = m_readers.read([&](Database &database) { return IdempotencyRepository::find(database, key); });
    if (kept && *kept && (*kept)->timeMs < nowMs() - keptMs)
        return std::optional<KeptAnswer>();
    return kept;
}

void KeptAnswers::keep(const Request &request, http::Response response, std::shared_ptr<Turn> turn)
{
    if (!isWorthKeeping(response))
        return turn->finish(std::move(response));
    KeptAnswer answer{request.key, request.digest, response.status, response.body, nowMs()};
    turn->finish(std::move(response));
    m_writer.submit(
        [answer = std::move(answer)](WriteContext &context) {
            if (auto pruned = IdempotencyRepository::prune(context.database(), context.nowMs() - keptMs);
                !pruned)
                return pruned;
            return IdempotencyRepository::insert(context.database(), answer);
        },
        // What was done is true also where its record failed: the turn ends with the action's own answer.
        [turn = std::move(turn)](const Result<void> &) {});
}

} // namespace atelier
