package io.lodestone.contracts.catalogue;

/** Who finances: agencies of the United States, and the lenders and investors that stand beside them. */
public enum Agency {
    DFC(Kind.US_AGENCY, "US International Development Finance Corporation"),
    EXIM(Kind.US_AGENCY, "Export-Import Bank of the United States"),
    DOE(Kind.US_AGENCY, "US Department of Energy"),
    DOD(Kind.US_AGENCY, "US Department of Defense"),
    COMMERCE(Kind.US_AGENCY, "US Department of Commerce"),
    TREASURY(Kind.US_AGENCY, "US Department of the Treasury"),
    STATE(Kind.US_AGENCY, "US Department of State"),
    DLA(Kind.US_AGENCY, "Defense Logistics Agency"),
    EDC(Kind.PARTNER, "Export Development Canada"),
    NRCAN(Kind.PARTNER, "Natural Resources Canada"),
    EFA(Kind.PARTNER, "Export Finance Australia"),
    JBIC(Kind.PARTNER, "Japan Bank for International Cooperation"),
    JOGMEC(Kind.PARTNER, "Japan Organization for Metals and Energy Security"),
    KFW(Kind.PARTNER, "KfW"),
    UKEF(Kind.PARTNER, "UK Export Finance"),
    DBSA(Kind.PARTNER, "Development Bank of Southern Africa"),
    IFC(Kind.MULTILATERAL, "International Finance Corporation"),
    IDA(Kind.MULTILATERAL, "International Development Association"),
    ADB(Kind.MULTILATERAL, "Asian Development Bank"),
    EBRD(Kind.MULTILATERAL, "European Bank for Reconstruction and Development"),
    PRIVATE(Kind.PRIVATE, "Private capital");

    /** Whose money it is. */
    public enum Kind {
        US_AGENCY,
        PARTNER,
        MULTILATERAL,
        PRIVATE
    }

    private final Kind kind;
    private final String title;

    Agency(Kind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    public Kind kind() {
        return kind;
    }

    public String title() {
        return title;
    }
}
