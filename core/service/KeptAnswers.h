#pragma once

#include "core/service/Route.h"
#include "core/storage/IdempotencyRepository.h"
#include "core/storage/ReaderPool.h"
#include "core/storage/Writer.h"

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace atelier {

/// The answers of actions, kept for a day under the Idempotency-Key of their caller: who repeats a request
/// because he never saw its answer gets that answer, and nothing is done twice. Thread-safe.
class KeptAnswers
{
public:
    /// Both must outlive this and every action under way.
    KeptAnswers(Writer &writer, ReaderPool &readers)
        : m_writer(writer)
        , m_readers(readers)
    {
    }

    /// True where the call is one whose answer is kept.
    [[nodiscard]] static bool concerns(const Call &call, const Route &route);

    using Act = std::function<void(Call &call, http::Respond respond)>;
    /// Answers what is kept; waits for the same request where it is under way; else acts, and answers once
    /// the answer is on the disk. Blocks: for pool threads.
    void answer(Call &call, ErrorForm errors, http::Respond respond, const Act &act);

private:
    struct Request
    {
        std::string key; ///< with its caller
        std::string digest;
    };
    struct Repetition
    {
        std::string digest;
        ErrorForm errors;
        http::Respond respond;
    };
    /// One action from its beginning to its answer; repetitions are told even when it is dropped.
    class Turn;

    [[nodiscard]] static Request requestOf(const Call &call);
    /// False where the same key is under way, whose end then answers.
    [[nodiscard]] bool begin(const Request &request, ErrorForm errors, const http::Respond &respond);
    void end(const std::string &key, const http::Response &response);
    [[nodiscard]] Result<std::optional<KeptAnswer>> find(const std::string &key);
    void keep(const Request &request, http::Response response, std::shared_ptr<Turn> turn);

    Writer &m_writer;
    ReaderPool &m_readers;
    std::mutex m_mutex;
    std::map<std::string, std::vector<Repetition>> m_open; ///< guarded by m_mutex; the first is who acts
};

} // namespace atelier
