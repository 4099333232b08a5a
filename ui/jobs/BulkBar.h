#pragma once

#include "core/client/WorkspaceConnection.h"

#include <QWidget>

#include <vector>

namespace atelier::ui {

class Button;
class TextLabel;

/// What can be done with the selected jobs, in the place of the tools while there are two and more. What
/// holds for some of them says for how many.
class BulkBar : public QWidget
{
    Q_OBJECT

public:
    /// The connection must outlive it.
    explicit BulkBar(WorkspaceConnection &connection, QWidget *parent = nullptr);

    void showJobs(const std::vector<JobSummary> &jobs);

Q_SIGNALS:
    void compareRequested(const std::vector<std::string> &jobs);
    void cancelRequested(const std::vector<std::string> &jobs);
    void deleteRequested(const std::vector<std::string> &jobs);
    void clearRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<std::string> m_all;
    std::vector<std::string> m_cancellable;
    std::vector<std::string> m_removable;
    TextLabel *m_count;
    Button *m_compare;
    Button *m_cancel;
    Button *m_delete;
};

} // namespace atelier::ui
