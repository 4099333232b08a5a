#pragma once

#include <QWidget>

namespace atelier::ui {

/// A finished condition in a filter field, 22 px high: its field, its operator and its value, and a cross.
class FilterToken : public QWidget
{
    Q_OBJECT

public:
    /// The condition as it is written, cut where its operator and its value begin.
    FilterToken(const QString &text, int operatorBegin, int valueBegin, QWidget *parent = nullptr);

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void removeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    const QString m_text;
    const int m_operatorBegin;
    const int m_valueBegin;
};

} // namespace atelier::ui
