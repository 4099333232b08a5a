#include "ui/shell/Regions.h"

#include "ui/widgets/Focus.h"

#include <QApplication>

namespace atelier::ui {

void Regions::move(int step)
{
    QWidget *focused = QApplication::focusWidget();
    qsizetype at = -1;
    for (qsizetype i = 0; i < m_parts.size(); ++i)
        if (focused != nullptr && (m_parts[i] == focused || m_parts[i]->isAncestorOf(focused)))
            at = i;
    if (at >= 0)
        m_last[at] = focused;
    else if (step < 0)
        at = 0;
    for (qsizetype i = 0; i < m_parts.size(); ++i) {
        at = (at + step + m_parts.size()) % m_parts.size();
        if (QWidget *target = targetIn(at))
            return target->setFocus(Qt::TabFocusReason);
    }
}

QWidget *Regions::targetIn(qsizetype part) const
{
    QWidget &area = *m_parts[part];
    if (!area.isVisible())
        return nullptr;
    if (m_last[part] && area.isAncestorOf(m_last[part]) && m_last[part]->isVisible()
        && takesTab(*m_last[part]))
        return m_last[part];
    return firstControl(area);
}

} // namespace atelier::ui
