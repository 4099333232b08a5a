#include "ui/gallery/GalleryPages.h"
#include "ui/gallery/Section.h"
#include "ui/widgets/CountBadge.h"
#include "ui/widgets/IconTile.h"
#include "ui/widgets/KeyCap.h"
#include "ui/widgets/Pill.h"
#include "ui/widgets/ScrollPage.h"
#include "ui/widgets/Tag.h"

#include <array>

using Qt::Literals::StringLiterals::operator""_s;

namespace atelier::ui::gallery {

namespace {

constexpr std::array tones{
    Tone::Success, Tone::Accent, Tone::Info, Tone::Neutral, Tone::Warning, Tone::Danger};

void addJobStates(QHBoxLayout &row)
{
    for (const JobStatus status : {JobStatus::NotStarted, JobStatus::Queued, JobStatus::Starting,
             JobStatus::Running, JobStatus::CancelRequested, JobStatus::Completed, JobStatus::Failed,
             JobStatus::Canceled, JobStatus::Skipped})
        row.addWidget(new Pill(stateLook(status)));
}

void addPills(QHBoxLayout &row)
{
    for (const Tone tone : tones)
        row.addWidget(new Pill({u"A tone"_s, tone, Mark::Icon, toneIcon(tone)}));
    row.addWidget(new Pill({u"Healthy"_s, Tone::Success, Mark::Dot}));
}

void addTones(QHBoxLayout &row)
{
    for (const Tone tone : tones) {
        row.addWidget(new CountBadge(static_cast<int>(tone) * 21 + 2, tone));
        row.addWidget(new IconTile(u"beaker", tone, 28));
        row.addWidget(new IconTile(u"pipeline", tone));
    }
}

void addTags(QHBoxLayout &row)
{
    for (const auto &text : {u"baseline"_s, u"pipeline"_s, u"keep"_s})
        row.addWidget(new Tag(text));
    row.addWidget(new Tag(u"seed 42"_s, Tag::Removal::Removable));
    for (const auto &key : {u"Ctrl"_s, u"K"_s, u"Esc"_s, u"\u2191\u2193"_s, u"/"_s})
        row.addWidget(new KeyCap(key));
}

} // namespace

QWidget *makeStatesPage()
{
    auto *page = new ScrollPage;
    addJobStates(*addSection(*page, u"States of a job"_s));
    addPills(*addSection(*page, u"Tones"_s));
    addTones(*addSection(*page, u"Counts and tiles"_s));
    addTags(*addSection(*page, u"Tags and keys"_s));
    page->column()->addStretch(1);
    return page;
}

} // namespace atelier::ui::gallery
