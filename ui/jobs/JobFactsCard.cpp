#include "ui/jobs/JobFactsCard.h"

#include "core/system/Clock.h"
#include "ui/jobs/FactList.h"
#include "ui/jobs/JobLink.h"
#include "ui/jobs/TagRow.h"
#include "ui/text/Format.h"
#include "ui/theme/Type.h"
#include "ui/widgets/Divider.h"
#include "ui/widgets/InPlaceEdit.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/WrapLabel.h"

namespace atelier::ui {

namespace {

QString typeText(const JobSummary &job)
{
    switch (job.type) {
    case JobType::Pipeline:
        return JobFactsCard::tr(
            "Pipeline, %n step(s)", nullptr, job.steps ? static_cast<int>(job.steps->total) : 0);
    case JobType::Command:
        return JobFactsCard::tr("Command");
    case JobType::Interactive:
        return JobFactsCard::tr("Run of a script");
    }
    return {};
}

} // namespace

JobFactsCard::JobFactsCard(QWidget *parent)
    : Card(parent)
    , m_description(new WrapLabel({}, TextStyle::Body, &Colors::text2, 0, this))
    , m_descriptionEdit(
          new InPlaceEdit(m_description, tr("Edit the description"), InPlaceEdit::Lines::Several, this))
    , m_tags(new TagRow(this))
    , m_properties(new FactList(FactList::Values::Text, this))
    , m_from(new JobLink(u"branch_fork", this))
{
    m_descriptionEdit->setObjectName(QStringLiteral("description"));
    m_from->setObjectName(QStringLiteral("madeFrom"));
    layOut();
    connectEditing();
    connect(m_from, &Button::clicked, this, [this] { Q_EMIT jobRequested(m_job.from); });
}

void JobFactsCard::layOut()
{
    auto *column = makeColumn(this, 10, {16, 14, 16, 14});
    column->addWidget(new TextLabel(tr("Description"), TextStyle::BodyStrong, &Colors::text, this));
    column->addWidget(m_descriptionEdit);
    column->addWidget(m_tags);
    column->addWidget(new Divider(Qt::Horizontal, this));
    column->addWidget(new TextLabel(tr("Properties"), TextStyle::BodyStrong, &Colors::text, this));
    column->addWidget(m_properties);
    column->addWidget(m_from, 0, Qt::AlignLeading);
}

void JobFactsCard::connectEditing()
{
    connect(
        m_descriptionEdit, &InPlaceEdit::edited, this, [this](const QString &text, const QString &before) {
            Q_EMIT edited(
                {{}, text.toStdString(), {}}, {{}, before.toStdString(), {}}, tr("Description changed"));
        });
    connect(m_tags, &TagRow::added, this, [this](const QString &key, const QString &value) {
        changeTag(key.toStdString(), value.toStdString(), tr("Tag %1 set").arg(key));
    });
    connect(m_tags, &TagRow::removed, this,
        [this](const QString &key) { changeTag(key.toStdString(), {}, tr("Tag %1 removed").arg(key)); });
}

void JobFactsCard::changeTag(
    const std::string &key, const std::optional<std::string> &value, const QString &title)
{
    const auto found = m_job.summary.tags.find(key);
    const auto before = found == m_job.summary.tags.end() ? std::nullopt : std::optional(found->second);
    Q_EMIT edited({{}, {}, {{key, value}}}, {{}, {}, {{key, before}}}, title);
}

void JobFactsCard::showJob(const JobDetail &job)
{
    m_job = job;
    const QString description = textOf(job.summary.description);
    m_description->setText(description.isEmpty() ? tr("No description.") : description);
    m_descriptionEdit->setText(description);
    m_tags->setTags(job.summary.tags);
    m_from->setVisible(!job.from.empty());
    m_from->setJob(job.was.empty() ? tr("Run again from %1") : tr("Changed from %1"), textOf(job.from));
    showProperties();
}

void JobFactsCard::showProperties()
{
    const JobDetail &job = m_job;
    const JobSummary &summary = job.summary;
    QString memory;
    QString processor;
    if (!job.attempts.empty()) {
        const JobAttempt &attempt = job.attempts.back();
        if (attempt.peakMemoryKib)
            memory = bytesText(static_cast<std::uint64_t>(*attempt.peakMemoryKib) * 1024);
        if (attempt.processorMs)
            processor = durationText(*attempt.processorMs);
    }
    m_properties->setFacts({{tr("Job"), textOf(summary.name)}, {tr("Experiment"), textOf(summary.experiment)},
        {tr("Kind"), typeText(summary)},
        {tr("Compute"), summary.compute == "local" ? tr("This machine") : textOf(summary.compute)},
        {tr("User"), textOf(summary.user)},
        {tr("Created"), ageText(summary.createdMs, nowMs()), momentText(summary.createdMs)},
        // While it runs the page's head counts it.
        {tr("Duration"),
            isFinal(summary.status) ? durationText(durationOf(summary, nowMs()).value_or(-1)) : QString()},
        {tr("CPU time"), processor}, {tr("Peak memory"), memory},
        {tr("Reused from"), textOf(summary.reusedFrom)}, {tr("Step of"), textOf(job.parent)}});
}

} // namespace atelier::ui
