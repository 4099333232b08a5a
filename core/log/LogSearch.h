#pragma once

#include "core/log/LogFile.h"
#include "core/log/Marks.h"
#include "core/log/Needle.h"

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace atelier {

/// A search through a whole file on a thread of its own, in what is shown of it: neither escape sequences nor
/// the states that a progress bar went through are found. Hits are counted as they come and found again from
/// the count of each chunk, so that memory depends on the file's size and not on their number.
class LogSearch
{
public:
    struct State
    {
        std::uint64_t hits = 0;
        std::uint64_t searched = 0; ///< bytes
        bool complete = false; ///< as far as it was told to go
    };

    struct Hit
    {
        std::uint64_t offset = 0; ///< in the file
        std::uint64_t number = 0; ///< from 0
    };

    /// Searches the first `bytes` of the file. `progressed` is called on the search's thread.
    LogSearch(std::shared_ptr<const LogFile> file, Needle needle, std::uint64_t bytes,
        std::function<void()> progressed);
    /// Stops the search within a chunk of 128 KiB.
    ~LogSearch() = default;
    LogSearch(const LogSearch &) = delete;
    LogSearch &operator=(const LogSearch &) = delete;

    /// Goes on into what has grown.
    void extendTo(std::uint64_t bytes);

    [[nodiscard]] State state() const;
    [[nodiscard]] std::vector<Marks::Mark> marks() const;
    /// The hit at `offset` or the next one, and the last one before it; at the ends it goes on from the
    /// other.
    [[nodiscard]] std::optional<Hit> nextFrom(std::uint64_t offset) const;
    [[nodiscard]] std::optional<Hit> lastBefore(std::uint64_t offset) const;
    [[nodiscard]] const Needle &needle() const { return m_needle; }

private:
    struct Chunk
    {
        std::uint64_t offset = 0;
        std::uint64_t end = 0;
        std::uint64_t firstLine = 0;
        std::uint64_t hitsBefore = 0;
    };

    void run(const std::stop_token &stop);
    void searchOne(std::vector<char> &buffer, std::uint64_t limit);
    [[nodiscard]] Chunk nextChunk();
    void note(const Chunk &chunk, std::string_view bytes, bool openEnd);
    [[nodiscard]] std::optional<Hit> hitNumbered(std::uint64_t number) const;
    [[nodiscard]] std::uint64_t hitsBefore(std::uint64_t offset) const;
    [[nodiscard]] std::vector<std::uint64_t> hitsIn(const Chunk &chunk) const;

    const std::shared_ptr<const LogFile> m_file;
    const Needle m_needle;
    const std::function<void()> m_progressed;

    mutable std::mutex m_mutex; ///< guards what follows
    std::condition_variable_any m_extended;
    std::uint64_t m_limit;
    std::vector<Chunk> m_chunks;
    std::uint64_t m_hits = 0;
    std::uint64_t m_lines = 0; ///< newlines before the end of the last chunk
    bool m_openEnd = false; ///< the last chunk ends within a line, which may grow
    Marks m_marks;
    std::jthread m_thread; ///< last: it uses all of the above
};

} // namespace atelier
