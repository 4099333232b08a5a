#pragma once

#include <QPixmap>
#include <QWidget>

class QLabel;

namespace atelier::ui {

class FileTitle;
struct PictureFile;

/// A picture under its name, its size in pixels and in bytes; as large as it is, or as there is room.
class PicturePane : public QWidget
{
    Q_OBJECT

public:
    explicit PicturePane(QWidget *parent = nullptr);

    /// The picture must be whole.
    void showPicture(const QString &name, const PictureFile &picture);
    void clear();

Q_SIGNALS:
    void saveRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QWidget *makeBar();
    void fit();

    FileTitle *m_title;
    QLabel *m_picture;
    QPixmap m_original;
};

} // namespace atelier::ui
