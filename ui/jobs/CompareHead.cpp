#include "ui/jobs/CompareHead.h"

#include "core/system/Clock.h"
#include "ui/jobs/CompareDelegate.h"
#include "ui/jobs/CompareTable.h"
#include "ui/text/Format.h"
#include "ui/theme/Draw.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/Pill.h"
#include "ui/widgets/Tag.h"

#include <QPainter>
#include <QPainterPath>

namespace atelier::ui {

namespace {

constexpr int edge = 4;

} // namespace

CompareHead::CompareHead(int number, QWidget *parent)
    : Card(parent)
    , m_number(number)
    , m_title(new ElidedLabel({}, TextStyle::BodyStrong, &Colors::text, this))
    , m_baseline(new Tag(tr("Baseline"), Tag::Removal::Fixed, this))
    , m_state(new Pill({}, this))
    , m_facts(new ElidedLabel({}, TextStyle::Caption, &Colors::text2, this))
    , m_makeBaseline(new IconButton(u"arrow_swap", {}, ControlSize::Small, this))
    , m_leave(new IconButton(u"dismiss", {}, ControlSize::Small, this))
{
    m_baseline->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); // the title gives way
    auto *column = makeColumn(this, 3, {comparePadding, 6, 8, 8});
    auto *title = makeRow(nullptr, 4);
    title->addWidget(m_title, 1);
    title->addWidget(m_baseline);
    title->addWidget(m_makeBaseline);
    title->addWidget(m_leave);
    column->addLayout(title);
    auto *facts = makeRow(nullptr, 8);
    facts->addWidget(m_state);
    facts->addWidget(m_facts, 1);
    column->addLayout(facts);
    // Later: what they ask for may end this head.
    connect(
        m_makeBaseline, &IconButton::clicked, this, &CompareHead::baselineRequested, Qt::QueuedConnection);
    connect(m_leave, &IconButton::clicked, this, &CompareHead::leaveRequested, Qt::QueuedConnection);
}

void CompareHead::showJob(const JobSummary &job, const QString &name, Place place)
{
    m_title->setText(name);
    m_title->setToolTip(textOf(titleOf(job)));
    m_state->setLook(stateLook(job.status));
    m_facts->setText(tr("%1 · %2").arg(
        ageText(job.createdMs, nowMs()), durationText(durationOf(job, nowMs()).value_or(-1))));
    m_baseline->setVisible(place.isBaseline);
    m_makeBaseline->setObjectName(QStringLiteral("baseline_") + textOf(job.name));
    m_makeBaseline->setName(tr("Make %1 the baseline").arg(isolated(name)));
    m_makeBaseline->setVisible(!place.isBaseline);
    m_leave->setObjectName(QStringLiteral("leave_") + textOf(job.name));
    m_leave->setName(tr("Leave %1 out").arg(isolated(name)));
    m_leave->setVisible(place.mayLeave);
}

void CompareHead::paintEvent(QPaintEvent *event)
{
    Card::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath card;
    card.addRoundedRect(QRectF(rect()), cardRadius, cardRadius);
    QPainterPath start;
    start.addRect(QRectF(layoutDirection() == Qt::RightToLeft ? width() - edge : 0, 0, edge, height()));
    painter.fillPath(card.intersected(start), seriesColor(m_number));
}

} // namespace atelier::ui
