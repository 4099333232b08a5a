#pragma once

#include <QList>
#include <QPointer>
#include <QWidget>

namespace atelier::ui {

/// The parts of a window that F6 goes around: each gives the focus back to what had it there.
class Regions
{
public:
    explicit Regions(QList<QWidget *> parts)
        : m_parts(std::move(parts))
        , m_last(m_parts.size())
    {
    }

    /// To the next part (1) or the one before (-1) that has something to focus.
    void move(int step);

private:
    [[nodiscard]] QWidget *targetIn(qsizetype part) const;

    const QList<QWidget *> m_parts;
    QList<QPointer<QWidget>> m_last; ///< what had the focus, by part
};

} // namespace atelier::ui
