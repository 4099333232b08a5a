#pragma once

#include "core/client/WorkspaceConnection.h"

#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QLineEdit;

namespace atelier::ui {

class FilterCompletion;
class FilterToken;
class IconButton;
class KeyCap;

/// The one line in which a list of jobs is filtered. A finished condition becomes a token; what can be
/// written next is proposed below the caret. Backspace before the text takes the last token back, Esc closes
/// the proposals, then clears the text, then the rest. The connection must outlive it.
class FilterField : public QWidget
{
    Q_OBJECT

public:
    explicit FilterField(WorkspaceConnection &connection, QWidget *parent = nullptr);

    void setFilter(const QString &filter);
    /// What is to be listed: what is written, less what is only begun.
    [[nodiscard]] const QString &filter() const { return m_filter; }
    void focusText();

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void filterChanged();
    /// Why what is written is no filter; "" when it is one again.
    void problemChanged(const QString &sentence);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] bool takeKey(int key);
    void edited();
    void endTyping();
    void clear();
    void takeBack();
    void apply();
    void takeFinished(bool all);
    void addToken(const QString &text, int operatorBegin, int valueBegin);
    void removeToken(FilterToken *token);
    void setText(const QString &text);
    [[nodiscard]] QString tokensText() const;
    void showEnd();

    QHBoxLayout *m_row;
    QList<FilterToken *> m_tokens;
    QLineEdit *m_edit;
    IconButton *m_clear;
    KeyCap *m_hint;
    FilterCompletion *m_completion;
    QString m_filter;
    QTimer m_typing;
};

} // namespace atelier::ui
