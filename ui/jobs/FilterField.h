#pragma once

#include "core/client/WorkspaceConnection.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QLineEdit;

namespace atelier::ui {

class FilterProposals;
class FilterToken;
class IconButton;
class KeyCap;

/// The one line in which a list of jobs is filtered. A finished condition becomes a token; what can be
/// written next is proposed below the caret. Backspace before the text takes the last token back, Esc closes
/// the proposals and then clears the text. The connection must outlive it.
class FilterField : public QWidget
{
    Q_OBJECT

public:
    explicit FilterField(WorkspaceConnection &connection, QWidget *parent = nullptr);

    void setFilter(const QString &filter);
    /// What is to be listed; it can be read by the grammar.
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
    void apply();
    void takeFinished(bool all);
    void addToken(const QString &text, int operatorBegin, int valueBegin);
    void removeToken(FilterToken *token);
    void propose();
    void offer(const QString &title, std::vector<FilterProposal> proposals);
    void choose();
    void closeProposals();
    void setText(const QString &text);
    [[nodiscard]] QString tokensText() const;
    [[nodiscard]] QString wordAtEnd() const;
    void showEnd();

    WorkspaceConnection &m_connection;
    QHBoxLayout *m_row;
    QList<FilterToken *> m_tokens;
    QLineEdit *m_edit;
    IconButton *m_clear;
    KeyCap *m_hint;
    QPointer<FilterProposals> m_proposals;
    QString m_filter;
    QString m_proposedFor; ///< the word at the caret whose continuation is proposed
    int m_question = 0; ///< tells the answer to an earlier word
    QTimer m_typing;
};

} // namespace atelier::ui
