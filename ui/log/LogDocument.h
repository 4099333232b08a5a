#pragma once

#include "core/log/LogIndex.h"
#include "core/log/LogSearch.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>

namespace atelier::ui {

/// A log file for the window: its index, a search in it, and its changes as signals. GUI thread; the reading
/// happens on the threads of index and search.
class LogDocument : public QObject
{
    Q_OBJECT

public:
    explicit LogDocument(QObject *parent = nullptr);
    ~LogDocument() override;

    void setFile(const QString &path);
    /// While it is watched, what is appended is noticed within 50 ms, and within a second where the system
    /// tells of no changes.
    void setWatched(bool watched);
    /// An empty text ends the search.
    void search(const QString &text, LetterCase letterCase);

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] const LogIndex::State &state() const { return m_state; }
    [[nodiscard]] const LogIndex *index() const { return m_index.get(); } ///< none before setFile
    [[nodiscard]] const LogSearch *search() const { return m_search.get(); } ///< none while nothing is sought

Q_SIGNALS:
    void restarted(); ///< another file, or the same one cut: what was known of it no longer holds
    void changed();
    void searchChanged();

private:
    void take();
    void takeSearch();
    void look();
    void watch();
    void startSearch();

    QString m_path;
    LogIndex::State m_state;
    QString m_sought;
    LetterCase m_letterCase = LetterCase::Ignore;
    QFileSystemWatcher m_watcher;
    QTimer m_calm; ///< between a change and the look at it: a busy writer would wake us for every line
    QTimer m_slow;
    bool m_watched = false;
    std::atomic<bool> m_told = false;
    std::atomic<bool> m_searchTold = false;
    std::unique_ptr<LogIndex> m_index;
    std::unique_ptr<LogSearch> m_search;
};

} // namespace atelier::ui
