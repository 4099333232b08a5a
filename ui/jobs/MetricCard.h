#pragma once

#include "core/domain/MetricGoal.h"
#include "ui/widgets/Card.h"

#include <optional>

namespace atelier::ui {

class ElidedLabel;
class Sparkline;
class TextLabel;

/// A metric at a glance: name, latest value, how far it is from the best, and how it went.
class MetricCard : public Card
{
    Q_OBJECT

public:
    explicit MetricCard(const QString &key, QWidget *parent = nullptr);

    void setValue(double value);
    [[nodiscard]] std::optional<double> value() const { return m_value; } ///< nothing before the first
    /// Nothing: there is no other to compare with.
    void setBest(std::optional<double> best, MetricGoal goal);
    /// How it went; one point is no line.
    void setPoints(const QList<double> &points);

private:
    void showDelta();

    std::optional<double> m_value;
    std::optional<double> m_best;
    MetricGoal m_goal = MetricGoal::Maximize;
    TextLabel *m_number;
    ElidedLabel *m_delta;
    Sparkline *m_line;
};

} // namespace atelier::ui
