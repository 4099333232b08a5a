#include "ui/jobs/BulkBar.h"

#include "ui/jobs/JobActions.h"
#include "ui/shell/NeedsService.h"
#include "ui/theme/Draw.h"
#include "ui/theme/Type.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/TextLabel.h"
#include "ui/widgets/TextSize.h"

#include <QHBoxLayout>
#include <QPainter>

namespace atelier::ui {

BulkBar::BulkBar(WorkspaceConnection &connection, QWidget *parent)
    : QWidget(parent)
    , m_count(new TextLabel({}, TextStyle::BodyStrong, &Colors::accentText, this))
    , m_compare(new Button(tr("Compare"), ButtonKind::Ghost, u"branch_compare", ControlSize::Small, this))
    , m_cancel(new Button({}, ButtonKind::Ghost, u"stop", ControlSize::Small, this))
    , m_delete(new Button({}, ButtonKind::Ghost, u"delete", ControlSize::Small, this))
{
    setObjectName(QStringLiteral("bulkBar"));
    setAccessibleName(tr("Selected jobs"));
    followTextSize(*this, [this] { setFixedHeight(scaled(32)); });
    auto *clear = new Button(tr("Clear"), ButtonKind::Ghost, u"dismiss", ControlSize::Small, this);
    m_compare->setObjectName(QStringLiteral("bulkCompare"));
    m_cancel->setObjectName(QStringLiteral("bulkCancel"));
    m_delete->setObjectName(QStringLiteral("bulkDelete"));
    clear->setObjectName(QStringLiteral("bulkClear"));
    auto *row = makeRow(this, 6, {14, 0, 6, 0});
    row->addWidget(m_count);
    row->addSpacing(10);
    auto *actions = new QWidget(this);
    auto *buttons = makeRow(actions, 6);
    for (Button *button : {m_compare, m_cancel, m_delete})
        buttons->addWidget(button);
    needsService(*actions, connection);
    row->addWidget(actions);
    row->addStretch();
    row->addWidget(clear);
    connect(m_compare, &Button::clicked, this, [this] { Q_EMIT compareRequested(m_all); });
    connect(m_cancel, &Button::clicked, this, [this] { Q_EMIT cancelRequested(m_cancellable); });
    connect(m_delete, &Button::clicked, this, [this] { Q_EMIT deleteRequested(m_removable); });
    connect(clear, &Button::clicked, this, &BulkBar::clearRequested);
}

void BulkBar::showJobs(const std::vector<JobSummary> &jobs)
{
    m_all.clear();
    m_cancellable.clear();
    m_removable.clear();
    for (const JobSummary &job : jobs) {
        m_all.push_back(job.name);
        if (JobActions::canCancel(job))
            m_cancellable.push_back(job.name);
        if (JobActions::canRemove(job))
            m_removable.push_back(job.name);
    }
    m_count->setText(tr("%n selected", nullptr, static_cast<int>(jobs.size())));
    m_cancel->setText(tr("Cancel %n running", nullptr, static_cast<int>(m_cancellable.size())));
    m_cancel->setVisible(!m_cancellable.empty());
    m_delete->setText(m_removable.size() == m_all.size()
            ? tr("Delete")
            : tr("Delete %n finished", nullptr, static_cast<int>(m_removable.size())));
    m_delete->setVisible(!m_removable.empty());
}

void BulkBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawBox(painter, rect(), controlRadius, colors().selected, colors().accentStroke);
}

} // namespace atelier::ui
