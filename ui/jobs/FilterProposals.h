#pragma once

#include "core/client/JobCalls.h"

#include <QWidget>

class QListView;
class QStandardItemModel;

namespace atelier::ui {

/// What could be written at the caret of a filter, 428 px wide, over the window: fields with their kind, or
/// values, and how many jobs have each. It never takes the focus: whoever shows it passes on the keys.
class FilterProposals : public QWidget
{
    Q_OBJECT

public:
    explicit FilterProposals(QWidget &window);

    /// Puts them below `caret`, a point of the window. Nothing is chosen yet.
    void open(const QString &title, const std::vector<FilterProposal> &proposals, const QPoint &caret);
    /// Goes `step` rows on, around the ends.
    void move(int step);
    [[nodiscard]] int current() const; ///< -1: none is chosen
    [[nodiscard]] QString currentText() const;

Q_SIGNALS:
    void chosen(int row);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_title;
    QListView *m_list;
    QStandardItemModel *m_model;
};

} // namespace atelier::ui
