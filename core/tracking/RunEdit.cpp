#include "core/tracking/RunEdit.h"

#include "core/storage/TagRepository.h"
#include "core/tracking/RunView.h"

namespace atelier {

namespace {

Result<JobRow> rowOf(Database &database, const RunHead &run)
{
    auto row = JobRepository::find(database, run.id);
    if (!row)
        return row.error();
    return std::move(row->value());
}

Error changedMeanwhile(const RunHead &run, const std::string &what, const std::optional<std::string> &now)
{
    const std::string state = now ? "is “" + *now + "” by now" : "is gone by now";
    return {ErrorKind::Conflict, "job.edited-meanwhile",
        "The " + what + " of job " + run.name + " " + state
            + ": somebody else changed it. Nothing was changed; look at it, then change it again.",
        {{"name", run.name}, {"what", what}}, {}};
}

Result<void> checkUnchanged(Database &database, const RunHead &run, const JobRow &row, const JobEdit &before)
{
    if (before.displayName && *before.displayName != row.displayName)
        return changedMeanwhile(run, "display name", row.displayName);
    if (before.description && *before.description != row.description)
        return changedMeanwhile(run, "description", row.description);
    for (const auto &[key, value] : before.tags) {
        const auto now = TagRepository::find(database, run.id, key);
        if (!now)
            return now.error();
        if (*now != value)
            return changedMeanwhile(run, "tag " + key, *now);
    }
    return {};
}

/// The column is all that counts: the tag that an older version kept beside it goes.
Result<void> writeColumns(Database &database, const JobRow &row, const char *tag)
{
    if (auto removed = TagRepository::remove(database, row.id, tag); !removed)
        return removed.error();
    return JobRepository::update(database, row);
}

Result<void> writeName(Database &database, JobRow row, const std::string &name)
{
    row.displayName = name.empty() ? row.name : name;
    return writeColumns(database, row, runNameTag);
}

Result<void> writeDescription(Database &database, JobRow row, const std::string &description)
{
    row.description = description;
    return writeColumns(database, row, noteTag);
}

Result<void> writeTags(Database &database, const RunHead &run, const JobEdit &edit)
{
    for (const auto &[key, value] : edit.tags) {
        if (value) {
            if (auto set = setRunTag(database, run, {key, *value}); !set)
                return set;
        } else if (auto removed = removeRunTag(database, run, key); !removed) {
            return removed.error();
        }
    }
    return {};
}

} // namespace

Result<void> setRunTag(Database &database, const RunHead &run, const KeyValue &tag)
{
    if (tag.key != runNameTag && tag.key != noteTag)
        return TagRepository::set(database, run.id, tag.key, tag.value);
    auto row = rowOf(database, run);
    if (!row)
        return row.error();
    if (tag.key == noteTag)
        return writeDescription(database, std::move(*row), tag.value);
    return tag.value.empty() ? Result<void>() : writeName(database, std::move(*row), tag.value);
}

Result<bool> removeRunTag(Database &database, const RunHead &run, const std::string &key)
{
    const auto wasThere = TagRepository::remove(database, run.id, key);
    if (!wasThere || key != noteTag)
        return wasThere;
    auto row = rowOf(database, run);
    if (!row)
        return row.error();
    const bool hadNote = *wasThere || !row->description.empty();
    if (auto written = writeDescription(database, std::move(*row), {}); !written)
        return written.error();
    return hadNote;
}

Result<void> editRun(WriteContext &context, const RunHead &run, const JobEdit &edit, const JobEdit &before)
{
    Database &database = context.database();
    const auto row = rowOf(database, run);
    if (!row)
        return row.error();
    if (auto same = checkUnchanged(database, run, *row, before); !same)
        return same;
    if (edit.displayName)
        if (auto written = writeName(database, *row, *edit.displayName); !written)
            return written;
    if (edit.description) {
        auto named = rowOf(database, run);
        if (!named)
            return named.error();
        if (auto written = writeDescription(database, std::move(*named), *edit.description); !written)
            return written;
    }
    if (edit.displayName || edit.description)
        context.changed("job", run.name, "edited");
    if (edit.tags.empty())
        return {};
    context.changed("job", run.name, "tags");
    return writeTags(database, run, edit);
}

} // namespace atelier
