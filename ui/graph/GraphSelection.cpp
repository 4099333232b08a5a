#include "ui/graph/GraphSelection.h"

namespace atelier::ui {

void GraphSelection::select(const QString &id)
{
    if (id == m_id)
        return;
    m_id = id;
    Q_EMIT selectionChanged(id);
}

} // namespace atelier::ui
