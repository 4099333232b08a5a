#include "ui/jobs/CompareHeads.h"

#include "ui/jobs/CompareHead.h"
#include "ui/jobs/CompareTable.h"
#include "ui/jobs/Comparison.h"
#include "ui/text/Format.h"
#include "ui/theme/Type.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/TextSize.h"

#include <QEvent>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

namespace atelier::ui {

namespace {

constexpr int leastHeadWidth = 272; // a value on its scale, its trophy and its difference
constexpr int headHeight = 62;

} // namespace

CompareHeads::CompareHeads(QWidget *parent)
    : QWidget(parent)
    , m_count(new ElidedLabel({}, TextStyle::BodyStrong, &Colors::text, this))
    , m_experiment(new ElidedLabel({}, TextStyle::Caption, &Colors::text2, this))
    , m_area(new QScrollArea(this))
{
    auto *heads = new QWidget(m_area);
    m_row = makeRow(heads, compareGap);
    m_area->setWidget(heads);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setAccessibleName(tr("Compared jobs"));
    heads->setAutoFillBackground(false);
    m_area->viewport()->setAutoFillBackground(false);
    m_area->viewport()->installEventFilter(this);
    auto *words = new QWidget(this);
    auto *column = makeColumn(words, 2);
    column->addStretch();
    column->addWidget(m_count);
    column->addWidget(m_experiment);
    column->addStretch();
    auto *row = makeRow(this, 0);
    row->addWidget(words);
    row->addWidget(m_area, 1);
    followTextSize(*this, [this, words] {
        words->setFixedWidth(scaled(compareLabelWidth));
        arrange();
    });
}

QScrollBar &CompareHeads::scrollBar() const
{
    return *m_area->horizontalScrollBar();
}

void CompareHeads::showJobs(const std::vector<JobDetail> &jobs, std::size_t baseline)
{
    setCount(jobs.size());
    m_names.clear();
    const auto names = distinctNames(jobs);
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        m_names << textOf(jobs[i].summary.name);
        m_heads[i]->showJob(jobs[i].summary, textOf(names[i]), {i == baseline, jobs.size() > 2});
    }
    m_count->setText(tr("%n job(s)", nullptr, static_cast<int>(jobs.size())));
    const bool isOfOne = std::all_of(jobs.begin(), jobs.end(),
        [&](const JobDetail &job) { return job.summary.experiment == jobs.front().summary.experiment; });
    m_experiment->setText(isOfOne && !jobs.empty()
            ? tr("of %1", "an experiment").arg(isolated(textOf(jobs.front().summary.experiment)))
            : QString());
}

void CompareHeads::setCount(std::size_t count)
{
    if (count == m_heads.size())
        return;
    for (; m_heads.size() > count; m_heads.pop_back())
        delete m_heads.back();
    while (m_heads.size() < count) {
        const std::size_t number = m_heads.size();
        auto *head = new CompareHead(static_cast<int>(number), m_area->widget());
        connect(head, &CompareHead::baselineRequested, this,
            [this, number] { Q_EMIT baselineRequested(number); });
        connect(head, &CompareHead::leaveRequested, this,
            [this, number] { Q_EMIT leaveRequested(m_names.value(static_cast<int>(number))); });
        m_row->addWidget(head);
        m_heads.push_back(head);
    }
    arrange();
}

bool CompareHeads::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        arrange();
    return QWidget::eventFilter(watched, event);
}

void CompareHeads::arrange()
{
    if (m_heads.empty())
        return;
    const int count = static_cast<int>(m_heads.size());
    const int room = m_area->viewport()->width() + compareGap;
    const int width = std::max(scaled(leastHeadWidth), room / count);
    for (CompareHead *head : m_heads)
        head->setFixedSize(width - compareGap, scaled(headHeight));
    // The division's rest goes to the last one, so that it ends where the cards below end.
    const int last = std::max(width - compareGap, room - compareGap - width * (count - 1));
    m_heads.back()->setFixedWidth(last);
    const bool isScrolled = width * count - compareGap > m_area->viewport()->width();
    m_area->setFixedHeight(scaled(headHeight) + (isScrolled ? scrollBar().sizeHint().height() : 0));
    Q_EMIT columnWidthsChanged(width, last);
}

} // namespace atelier::ui
