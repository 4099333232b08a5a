#pragma once

#include <QWidget>

namespace atelier::ui {

/// The name of a file and beside it, quieter, its facts; what does not fit is cut at the facts' end.
class FileTitle : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    void setName(const QString &name);
    void setFacts(const QString &facts);

    [[nodiscard]] const QString &facts() const { return m_facts; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void describe();

    QString m_name;
    QString m_facts;
};

} // namespace atelier::ui
