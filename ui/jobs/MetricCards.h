#pragma once

#include "core/client/BestJobWatch.h"
#include "ui/shell/Studio.h"

#include <QWidget>

#include <map>
#include <memory>

namespace atelier::ui {

class Button;
class CardGrid;
class JobLink;
class MetricCard;
class TextLabel;

/// The metrics of a job that tell most, beside those of the best job of its experiment; as many cards in a
/// row as have room.
class MetricCards : public QWidget
{
    Q_OBJECT

public:
    explicit MetricCards(const Studio &studio, QWidget *parent = nullptr);

    void showJob(const JobDetail &job);
    /// Whether it is looked at: what it does not show it does not ask for.
    void setInFront(bool isInFront);

    /// One card's width: fewer stand in a row before anything is cut off.
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void metricsRequested();
    void jobRequested(const std::string &job);

private:
    QLayout *makeHead();
    void showMetrics(const JobSummary &job);
    MetricCard *cardOf(const std::string &key);
    void watchBest(const std::string &experiment);
    void showBest();
    void showHistory(const std::string &key);

    const Studio m_studio;
    CardGrid *m_grid;
    TextLabel *m_bestNote;
    JobLink *m_bestLink;
    Button *m_all;
    std::string m_job;
    std::string m_parent;
    bool m_isOver = false;
    std::map<std::string, MetricCard *> m_cards; ///< by the metric's name
    std::unique_ptr<BestJobWatch> m_best;
    bool m_isInFront = false;
};

} // namespace atelier::ui
