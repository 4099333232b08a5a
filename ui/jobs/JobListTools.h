#pragma once

#include "core/client/WorkspaceConnection.h"

#include <QWidget>

class QMenu;

namespace atelier::ui {

class FilterField;
class IconButton;
class Segmented;
class TextLabel;

/// What stands above the list of jobs: its filter, its grouping, the menu of its columns and its export. The
/// connection must outlive it.
class JobListTools : public QWidget
{
    Q_OBJECT

public:
    explicit JobListTools(WorkspaceConnection &connection, QWidget *parent = nullptr);

    [[nodiscard]] FilterField &filter() { return *m_filter; }
    [[nodiscard]] bool isGrouped() const;
    void setGrouped(bool isGrouped);

Q_SIGNALS:
    void groupingChanged();
    void columnMenuRequested(QMenu &menu); ///< is to be filled
    void exportRequested();

private:
    void openColumnMenu();
    void showProblem(const QString &sentence);

    FilterField *m_filter;
    Segmented *m_grouping;
    IconButton *m_columns;
    TextLabel *m_problem;
};

} // namespace atelier::ui
