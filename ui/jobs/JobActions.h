#pragma once

#include "core/domain/JobDetail.h"
#include "ui/shell/Studio.h"

#include <QObject>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace atelier::ui {

/// What can be done with jobs from any page; says what came of it where that is not seen by itself.
class JobActions : public QObject
{
    Q_OBJECT

public:
    JobActions(const Studio &studio, QObject *parent);

    void open(const std::string &job);
    void compare(const std::vector<std::string> &jobs);
    void cancel(const std::vector<std::string> &jobs);
    /// They can be brought back from the message that says so.
    void remove(const std::vector<std::string> &jobs);
    /// The same document under a new name; `done` is called with or without success.
    void runAgain(const Json &document, const std::function<void()> &done);

    [[nodiscard]] static bool canCancel(const JobSummary &job);
    [[nodiscard]] static bool canRemove(const JobSummary &job);

private:
    struct Removal;
    void restore(const std::vector<std::string> &jobs);
    void told(const std::shared_ptr<Removal> &removal);

    const Studio m_studio;
};

} // namespace atelier::ui
