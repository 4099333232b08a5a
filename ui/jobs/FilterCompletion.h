#pragma once

#include "core/client/WorkspaceConnection.h"

#include <QObject>
#include <QPointer>

class QLineEdit;
class QWidget;

namespace atelier::ui {

class FilterProposals;

/// Proposes how the word before the caret of a filter may go on: fields, or the values of one, as the service
/// knows them. The connection must outlive it.
class FilterCompletion : public QObject
{
    Q_OBJECT

public:
    /// `edit` is in `field`, which owns this.
    FilterCompletion(WorkspaceConnection &connection, QWidget &field, QLineEdit &edit);

    void propose();
    void close();
    [[nodiscard]] bool isOpen() const;
    /// A key of the open proposals; false where it is none.
    [[nodiscard]] bool takeKey(int key);
    /// What is written, without the word that is being written.
    [[nodiscard]] QString textBeside() const;

Q_SIGNALS:
    void answered(); ///< proposals are open now, or closed because there are none
    void chosen(); ///< one was put in the place of the word; a value finishes its condition

private:
    [[nodiscard]] QString wordAtCaret() const;
    void askFields();
    void askValues(const QString &field, QString value);
    [[nodiscard]] JobCalls::Callback<std::vector<FilterProposal>> offering(const QString &title);
    void offer(const QString &title, const std::vector<FilterProposal> &proposals);
    void choose();

    WorkspaceConnection &m_connection;
    QWidget &m_field;
    QLineEdit &m_edit;
    QPointer<FilterProposals> m_proposals;
    QString m_word; ///< whose continuation is proposed
    int m_question = 0; ///< tells the answer to an earlier word
};

} // namespace atelier::ui
