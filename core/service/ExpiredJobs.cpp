#include "core/service/ExpiredJobs.h"

#include "core/storage/JobLifecycle.h"
#include "core/storage/JobRepository.h"
#include "core/system/BeneathRoot.h"
#include "core/tracking/RunLifecycle.h"

namespace atelier {

Result<void> ExpiredJobs::remove(std::int64_t nowMs)
{
    const auto ids = m_readers.read(
        [&](Database &database) { return JobLifecycle::removable(database, nowMs - restorableMs); });
    if (!ids)
        return ids.error();
    Result<void> outcome;
    for (const std::int64_t id : *ids) // one that cannot be removed must not keep the others
        if (auto removed = removeOne(id); !removed && outcome)
            outcome = removed;
    return outcome;
}

Result<void> ExpiredJobs::removeOne(std::int64_t id)
{
    const auto names
        = m_readers.read([&](Database &database) { return JobLifecycle::namesBelow(database, id); });
    if (!names)
        return names.error();
    if (auto removed = removeFolders(*names); !removed)
        return removed;
    return m_writer.run([&](WriteContext &context) {
        for (const std::string &name : *names)
            context.changed("job", name, "removed");
        return JobRepository::remove(context.database(), id);
    });
}

Result<void> ExpiredJobs::removeFolders(const std::vector<std::string> &names)
{
    // Beneath the folder of jobs: a name that leads elsewhere is refused by the kernel.
    const auto root = BeneathRoot::open(m_layout.jobs());
    if (!root)
        return root.error().kind == ErrorKind::NotFound ? Result<void>() : root.error();
    for (const std::string &name : names)
        if (auto removed = root->remove(name); !removed && removed.error().kind != ErrorKind::NotFound)
            return removed;
    return {};
}

} // namespace atelier
