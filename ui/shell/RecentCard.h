#pragma once

#include "core/client/RecentWorkspaces.h"
#include "ui/widgets/TitledCard.h"

#include <functional>
#include <vector>

class QBoxLayout;

namespace atelier::ui {

/// The workspaces that were opened before, the last one first: a way back to each, and out of the list. It
/// hides while there is none; what is on the disk is looked at on another thread.
class RecentCard : public TitledCard
{
    Q_OBJECT

public:
    explicit RecentCard(QWidget *parent = nullptr);

Q_SIGNALS:
    void openRequested(const std::filesystem::path &folder);

private:
    struct Entry
    {
        RecentWorkspace workspace;
        bool isThere = false;
    };
    using Entries = std::vector<Entry>;

    [[nodiscard]] static Entries entries();
    void load(std::function<Entries()> read);
    void forget(const std::filesystem::path &folder);
    void showEntries(const Entries &entries);
    [[nodiscard]] QWidget *makeRow(const Entry &entry);

    QBoxLayout *m_rows;
};

} // namespace atelier::ui
