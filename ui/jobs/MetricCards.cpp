#include "ui/jobs/MetricCards.h"

#include "ui/jobs/JobLink.h"
#include "ui/jobs/MetricCard.h"
#include "ui/text/Format.h"
#include "ui/theme/Type.h"
#include "ui/widgets/CardGrid.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/Layouts.h"

#include <algorithm>

namespace atelier::ui {

namespace {

constexpr std::size_t mostCards = 8;
constexpr int mostInRow = 4;
constexpr int cardWidth = 150;
constexpr std::int64_t linePoints = 60;

/// The metrics that tell most.
std::vector<std::string> shownMetrics(const JobSummary &job)
{
    std::vector<std::string> keys;
    for (const auto &[key, value] : job.metrics)
        keys.push_back(key);
    std::vector<std::string> ranked = rankedMetrics(std::move(keys));
    ranked.resize(std::min(ranked.size(), mostCards));
    return ranked;
}

} // namespace

MetricCards::MetricCards(const Studio &studio, QWidget *parent)
    : QWidget(parent)
    , m_studio(studio)
    , m_grid(new CardGrid(cardWidth, mostInRow, this))
{
    auto *column = makeColumn(this, 8);
    column->addLayout(makeHead());
    column->addWidget(m_grid);
    hide();
}

QLayout *MetricCards::makeHead()
{
    auto *head = makeRow(nullptr, 8);
    head->addWidget(new TextLabel(tr("Metrics"), TextStyle::BodyStrong, &Colors::text, this));
    m_bestNote = new ElidedLabel({}, TextStyle::Caption, &Colors::text2, this);
    m_bestLink = new JobLink({}, this);
    m_bestLink->setObjectName(QStringLiteral("bestJob"));
    connect(m_bestLink, &Button::clicked, this, [this] { Q_EMIT jobRequested(m_best->best()->name); });
    head->addWidget(m_bestNote);
    head->addWidget(m_bestLink);
    head->addStretch();
    m_all = new Button({}, ButtonKind::Link, {}, ControlSize::Small, this);
    connect(m_all, &Button::clicked, this, &MetricCards::metricsRequested);
    head->addWidget(m_all);
    return head;
}

QSize MetricCards::minimumSizeHint() const
{
    return {scaled(cardWidth), QWidget::minimumSizeHint().height()};
}

void MetricCards::setInFront(bool isInFront)
{
    m_isInFront = isInFront;
    if (m_best)
        m_best->setPaused(!isInFront);
}

void MetricCards::showJob(const JobDetail &job)
{
    if (job.summary.name != m_job) {
        m_grid->setCards({});
        for (const auto &[key, card] : m_cards)
            delete card;
        m_cards.clear();
    }
    m_job = job.summary.name;
    m_parent = job.parent;
    m_isOver = isFinal(job.summary.status);
    watchBest(job.summary.experiment);
    m_all->setText(tr("All %n metrics", nullptr, static_cast<int>(job.summary.metrics.size())));
    showMetrics(job.summary);
    showBest();
}

void MetricCards::showMetrics(const JobSummary &job)
{
    const auto keys = shownMetrics(job);
    setVisible(!keys.empty());
    std::vector<QWidget *> order;
    for (const std::string &key : keys)
        order.push_back(cardOf(key));
    // What a job measures later may tell more than what is there.
    std::erase_if(m_cards, [&](const auto &one) {
        const bool isOutranked = std::ranges::find(order, one.second) == order.end();
        if (isOutranked)
            one.second->deleteLater();
        return isOutranked;
    });
    m_grid->setCards(std::move(order));
    for (const std::string &key : keys) {
        const double value = job.metrics.at(key);
        if (m_cards[key]->value() == value)
            continue; // its line is the one that was asked for
        m_cards[key]->setValue(value);
        showHistory(key);
    }
}

MetricCard *MetricCards::cardOf(const std::string &key)
{
    MetricCard *&card = m_cards[key];
    if (card == nullptr) {
        card = new MetricCard(textOf(key), this);
        card->setObjectName(QStringLiteral("metric_") + textOf(key));
    }
    return card;
}

void MetricCards::watchBest(const std::string &experiment)
{
    if (m_best && m_best->experiment() == experiment)
        return;
    m_best = std::make_unique<BestJobWatch>(m_studio.connection, experiment);
    m_best->setPaused(!m_isInFront);
    connect(m_best.get(), &BestJobWatch::changed, this, &MetricCards::showBest);
}

void MetricCards::showBest()
{
    // What a job has reached half-way says nothing against one that has ended.
    const JobSummary *best = m_isOver && m_best->best() ? &*m_best->best() : nullptr;
    const bool isOther = best != nullptr && best->name != m_job && best->name != m_parent;
    const QString experiment = textOf(m_best->experiment());
    m_bestNote->setVisible(best != nullptr);
    m_bestNote->setText(
        isOther ? tr("against the best of %1:").arg(experiment) : tr("the best of %1").arg(experiment));
    m_bestLink->setVisible(isOther);
    if (isOther)
        m_bestLink->setJob(QStringLiteral("%1"), textOf(titleOf(*best)));
    for (const auto &[key, card] : m_cards) {
        const bool isKnown = isOther && best->metrics.contains(key) && !isCount(key);
        card->setBest(isKnown ? std::optional(best->metrics.at(key)) : std::nullopt, goalOf(key));
    }
}

void MetricCards::showHistory(const std::string &key)
{
    m_studio.connection.jobs().history(m_job, key, linePoints, m_cards[key],
        [card = m_cards[key]](const Result<std::vector<series::Point>> &samples) {
            if (!samples)
                return;
            QList<double> points;
            for (const series::Point &sample : *samples)
                points << sample.value;
            card->setPoints(points);
        });
}

} // namespace atelier::ui
