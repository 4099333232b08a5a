#include "core/storage/WriteContext.h"

#include "core/storage/ChangeRepository.h"

#include <set>
#include <tuple>

namespace atelier {

namespace {

constexpr std::int64_t pruneEvery = 1000;

} // namespace

void WriteContext::changed(std::string_view kind, std::string_view name, std::string_view what)
{
    // A client that logs point after point says the same thing again and again: the last word is the cheapest
    // check.
    if (m_changes.size() > m_mark && m_changes.back().name == name && m_changes.back().what == what
        && m_changes.back().kind == kind)
        return;
    m_changes.push_back({0, std::string(kind), std::string(name), std::string(what), m_nowMs});
}

void WriteContext::forgetLastWork()
{
    m_changes.resize(m_mark);
}

Result<std::vector<Change>> WriteContext::writeChanges()
{
    std::set<std::tuple<std::string_view, std::string_view, std::string_view>> seen;
    std::vector<Change> kept;
    for (const Change &change : m_changes) {
        if (!seen.emplace(change.kind, change.name, change.what).second)
            continue;
        kept.push_back(change);
        if (Result<void> done = ChangeRepository::append(m_database, kept.back()); !done)
            return done.error();
        if (kept.back().sequence % pruneEvery == 0)
            if (Result<void> done = ChangeRepository::prune(m_database); !done)
                return done.error();
    }
    return kept;
}

} // namespace atelier
