#pragma once

#include <QWidget>

#include <filesystem>

namespace atelier {
struct Error;
}

namespace atelier::ui {

class WorkspaceChooser;

/// What opens where there is no workspace yet: how to get one.
class StartWindow : public QWidget
{
    Q_OBJECT

public:
    explicit StartWindow(std::filesystem::path resources);

    /// Where the workspace was asked for.
    void showError(const Error &error);

Q_SIGNALS:
    void opened(const std::filesystem::path &folder);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    WorkspaceChooser *m_chooser;
};

} // namespace atelier::ui
