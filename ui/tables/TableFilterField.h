#pragma once

#include <QLineEdit>
#include <QTimer>

namespace atelier::ui {

class PagedTable;

/// The one line in which the rows of a table are filtered: as soon as one pauses, or by Enter. Esc clears it.
class TableFilterField : public QLineEdit
{
    Q_OBJECT

public:
    explicit TableFilterField(QWidget *parent = nullptr);

    /// What is written when nothing is entered: conditions on this table's columns, as far as it is here.
    void showExamples(const PagedTable &table);
    /// What is written, and entered at once.
    void setFilter(const QString &filter);
    [[nodiscard]] QString filter() const { return text().trimmed(); }
    /// Marks the text as one that cannot be read, with the reason; "" takes the mark off.
    void setProblem(const QString &sentence);

Q_SIGNALS:
    void entered();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void enter();

    QTimer m_typing; ///< runs while one still types
};

} // namespace atelier::ui
