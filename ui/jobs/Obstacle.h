#pragma once

#include <QStringList>
#include <QWidget>

#include <functional>

namespace atelier::ui {

/// What stands in a page's place where what it is of cannot be had: what, why, and what can be done.
class Obstacle : public QWidget
{
    Q_OBJECT

public:
    explicit Obstacle(QWidget *parent = nullptr);

    struct Offer
    {
        QString name; ///< of its button
        QString text;
        std::function<void()> act;
    };
    /// The first offer is the remedy. The same again is not made anew under the user.
    void say(const QString &title, const QString &sentence, const QList<Offer> &offers);

private:
    QStringList m_said;
};

} // namespace atelier::ui
