#pragma once

#include <QObject>
#include <QString>

namespace atelier::ui {

/// The step that is chosen, shared by the views that show it; an empty id is none.
class GraphSelection : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void select(const QString &id);
    [[nodiscard]] const QString &selected() const { return m_id; }

Q_SIGNALS:
    void selectionChanged(const QString &id);

private:
    QString m_id;
};

} // namespace atelier::ui
