#pragma once

#include <QWidget>

class QLineEdit;

namespace atelier::ui {

class TextLabel;

/// The bar below a text to go to one of its lines: Enter goes, Esc closes.
class LineBar : public QWidget
{
    Q_OBJECT

public:
    explicit LineBar(QWidget *parent = nullptr);

    /// Shows the bar for a text of so many lines and brings the keyboard here.
    void open(int lines);
    void close();

Q_SIGNALS:
    void lineChosen(int line); ///< from 0
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void choose();

    QLineEdit *m_number;
    TextLabel *m_range;
};

} // namespace atelier::ui
