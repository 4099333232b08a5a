#pragma once

#include "core/client/WorkspaceConnection.h"

#include <QList>
#include <QObject>

#include <map>
#include <string>

namespace atelier::ui {

/// How the primary metrics of listed jobs went, asked for when a row first shows one and again when its value
/// has changed. The connection must outlive it.
class MetricLines : public QObject
{
    Q_OBJECT

public:
    explicit MetricLines(WorkspaceConnection &connection, QObject *parent = nullptr);

    /// Those that are known; `loaded` tells of newer ones.
    [[nodiscard]] QList<double> pointsOf(const JobSummary &job);
    /// The job's metric is known to have more than one point.
    [[nodiscard]] bool isLine(const std::string &job) const;

Q_SIGNALS:
    void loaded(const std::string &job);

private:
    struct Line
    {
        QList<double> points;
        double value = 0; ///< the metric's when they were asked for
        bool isAsked = false;
    };
    void ask(const JobSummary &job, Line &line);

    WorkspaceConnection &m_connection;
    std::map<std::string, Line> m_lines;
    bool m_hasLines = false; ///< one of them at least has two points: without, none need be looked for
};

} // namespace atelier::ui
