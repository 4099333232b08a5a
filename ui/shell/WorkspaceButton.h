#pragma once

#include <QPushButton>

#include <filesystem>

namespace atelier::ui {

/// The workspace that the window shows; its menu opens another one.
class WorkspaceButton : public QPushButton
{
    Q_OBJECT

public:
    explicit WorkspaceButton(const std::filesystem::path &folder, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void openRequested(const std::filesystem::path &folder);
    /// The user wants to choose a folder: an existing workspace, or where to make one.
    void browseRequested();
    void createRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showMenu();

    const std::filesystem::path m_folder;
    QString m_place;
};

/// What people call a workspace: its folder's name, but for the sample.
[[nodiscard]] QString workspaceName(const std::filesystem::path &folder);

} // namespace atelier::ui
