#pragma once

#include "core/base/Named.h"

#include <QWidget>

#include <string>

class QLineEdit;

namespace atelier::ui {

class FlowLayout;
class Button;

/// A job's tags, each to be taken off, and a field for another: `key: value`, `key=value` or a key alone.
class TagRow : public QWidget
{
    Q_OBJECT

public:
    explicit TagRow(QWidget *parent = nullptr);

    /// Those that MLflow's clients note for themselves are left out.
    void setTags(const Named<std::string> &tags);

Q_SIGNALS:
    void added(const QString &key, const QString &value);
    void removed(const QString &key);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addTag(const std::string &key, const std::string &value);
    void begin();
    void end();
    void take();

    Named<std::string> m_tags;
    FlowLayout *m_flow;
    QLineEdit *m_field;
    Button *m_add;
    QList<QWidget *> m_chips;
};

} // namespace atelier::ui
