#pragma once

#include <QLayout>

#include <memory>

namespace atelier::ui {

/// A main part and a side: beside each other where the main part keeps its least width, else the side below.
class SideLayout : public QLayout
{
    Q_OBJECT

public:
    /// The side's width while it is beside: a share of the whole between two widths at a text size of 100 %.
    struct Side
    {
        double share;
        int least;
        int most;
    };

    /// Of a widget, or to be put into another layout.
    SideLayout(QWidget *parent, int spacing, const Side &side);
    ~SideLayout() override;

    void setMain(QLayout *main);
    /// Beside the main part it is as high as that, unless an alignment keeps it at its own height.
    void setSide(QWidget *side, Qt::Alignment alignment = {});

    [[nodiscard]] int count() const override;
    [[nodiscard]] QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] int minimumHeightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect &box) override;

private:
    void addItem(QLayoutItem *item) override;
    [[nodiscard]] int sideWidth(int width) const;
    [[nodiscard]] bool isBeside(int width) const;
    [[nodiscard]] int heightBelow(const QSize &room) const;

    const Side m_widths;
    std::unique_ptr<QLayoutItem> m_main;
    std::unique_ptr<QLayoutItem> m_side;
};

} // namespace atelier::ui
